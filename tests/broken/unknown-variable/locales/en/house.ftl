greeting = Welcome, { $reader }, to { $place }
