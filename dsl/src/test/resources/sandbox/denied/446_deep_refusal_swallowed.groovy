revision 'd420'

upgrade {
    deep()
}
downgrade { }

def deep() {
    try { deep() } catch (Error ignored) { deep() } finally { deep() }
}
