import java.lang.reflect.*

revision 'd171'

upgrade {
    execute 'x'
}
downgrade { }
