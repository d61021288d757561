revision 'd278'

upgrade {
    List<Object> l = []
    l << l
    execute 'INSERT INTO t VALUES (:v)', v: l
}
downgrade { }
