revision 'd431'
upgrade {
    try (AutoCloseable c = { -> while (true) { } } as AutoCloseable) { }
}
downgrade { }
