revision 'a023'

upgrade {
    List<String> order = []
    try {
        throw new IllegalStateException('x')
    } catch (IllegalArgumentException e) {
        order << 'wrong'
    } catch (IllegalStateException e) {
        order << e.message
    } finally {
        order << 'finally'
    }
    assert order == ['x', 'finally']
    execute 'SELECT 1'
}
downgrade { }
