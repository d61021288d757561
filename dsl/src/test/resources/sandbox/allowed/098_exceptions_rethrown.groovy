revision 'a098'

upgrade {
    String said = ''
    try {
        try { throw new IllegalStateException('in') } finally { said += 'f' }
    } catch (RuntimeException e) { said += e.message
        try { throw new RuntimeException('out', e) } catch (RuntimeException o) { said += o.cause.message } }
    assert said == 'finin'
    execute 'SELECT 1'
}
downgrade { }
