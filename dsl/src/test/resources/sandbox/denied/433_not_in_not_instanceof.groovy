revision 'd433'
upgrade {
    if (1 !in [1] && 'a' !instanceof java.lang.reflect.Member) { execute 'SELECT 1' }
}
downgrade { }
