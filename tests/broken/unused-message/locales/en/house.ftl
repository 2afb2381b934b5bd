skip-to-contents = Skip to contents
