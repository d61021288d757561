revision 'a024'

upgrade {
    String said = null
    try {
        Integer.parseInt('x')
    } catch (NumberFormatException | NullPointerException e) {
        said = 'caught'
    }
    assert said == 'caught'
    execute 'SELECT 1'
}
downgrade { }
