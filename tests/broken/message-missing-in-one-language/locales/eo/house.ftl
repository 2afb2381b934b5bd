# All other texts in Esperanto are made when the test runs; “next” is missing among them.
nexxt = Sekva
saluton = Saluton
