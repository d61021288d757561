@Deprecated
import java.util.List

revision 'd149'

upgrade {
    execute 'x'
}
downgrade { }
