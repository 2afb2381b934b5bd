farewell Good bye

thanks = Thank you, { $name
