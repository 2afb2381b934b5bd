greeting = Good day

farewell Good bye

thanks = { $name
