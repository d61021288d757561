import groovy.transform.CompileStatic
import groovy.transform.TypeCheckingMode

revision 'd117'

upgrade {
    execute 'x'
}
downgrade { }

@CompileStatic(TypeCheckingMode.SKIP)
def m() { System.exit(3) }
