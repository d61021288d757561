revision 'd074'

upgrade {
    def f = this.&hashCode
    execute f().toString()
}
downgrade { }
