greeting = Welcome, { $reader }, to { $place }
farewell = Good bye, { $reader }
