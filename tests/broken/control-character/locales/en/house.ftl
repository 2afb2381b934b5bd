published-by = Published by { $publisher }{"\u0002"}
