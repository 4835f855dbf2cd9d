@rem npm scripts here say "exec" so that a Unix shell gives its place to Node and a signal to npm
@rem reaches the server. Windows has no such word, looks in this folder, and finds it here.
@%*
