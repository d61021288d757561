revision 'd116'

upgrade {
    execute 'x'
}
downgrade { }

@groovy.transform.CompileDynamic
def m() { 1 }
