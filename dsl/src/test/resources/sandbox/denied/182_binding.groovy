revision 'd182'

upgrade {
    execute binding.toString()
}
downgrade { }
