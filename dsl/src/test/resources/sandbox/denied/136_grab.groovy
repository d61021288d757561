@Grab('junit:junit:4.12')
import java.util.List

revision 'd136'

upgrade {
    execute 'x'
}
downgrade { }
