revision 'd421'
enum E { ONE(java.sql.Types.BIT); final int v; E(int v) { this.v = v } }
upgrade {
    execute "${E.ONE.v}"
}
downgrade { }
