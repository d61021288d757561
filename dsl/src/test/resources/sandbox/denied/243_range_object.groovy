revision 'd243'

upgrade {
    Long a = 1L
    Long b = 2000000000L
    List<Long> l = (a..b) as List<Long>
    execute "${l.size()}"
}
downgrade { }
