revision 'd340'

upgrade {
    while (true) {
        try { while (true) { } } catch (ignored) { } catch (Error ignored) { } finally { continue }
    }
}
downgrade { }
