revision 'd437'
upgrade {
   int n = 0
   long s = 0
   while (n < 2_000_000_000) { n++; s += n }
   execute "SELECT $s"
}
downgrade { }
