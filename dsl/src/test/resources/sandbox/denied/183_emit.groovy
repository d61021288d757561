revision 'd183'

upgrade {
    emit(null)
}
downgrade { }
