revision 'd440'

upgrade {
    deep(it)
}
downgrade { }

void deep(Operations operations) {
    operations.table('t').where(id: 1).tap { deep(operations) }.delete()
}
