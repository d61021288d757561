#!/bin/sh
# Makes the archive that needs no Java: self-contained.sh ARCHIVE JDK TARGET NAME
# What is packed is what ran here: the AOT cache fits these very files, by their times too.
set -eu
archive=$1 jdk=$2 target=$3 name=$4

rm -rf "$target"
mkdir -p "$target"
tar -xzf "$archive" -C "$target"
mv "$target"/retort-* "$target/$name"
cd "$target/$name"
machine=$(uname -m)
find native -mindepth 2 -maxdepth 2 ! -path "native/Linux/$machine" -exec rm -r {} +
find native -type d -empty -delete
rm bin/retort.cmd

# What the program and its libraries need; java.desktop for Groovy, which reads beans; java.instrument and java.rmi for
# the Hibernate of an application.
"$jdk/bin/jlink" --output java --strip-java-debug-attributes --no-header-files --no-man-pages --generate-cds-archive \
    --add-modules java.base,java.compiler,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.prefs,java.rmi,java.scripting,java.security.jgss,java.security.sasl,java.sql,java.sql.rowset,java.transaction.xa,java.xml,java.xml.crypto,jdk.charsets,jdk.management,jdk.net,jdk.security.auth,jdk.security.jgss,jdk.unsupported,jdk.zipfs
# The first start makes the AOT cache; a second one must find it.
env -u JAVA_HOME RETORT_CACHE=off bin/retort --version >/dev/null
set -- ready/*/classes.jsa
[ -s "$1" ] || { echo "There is no AOT cache in $target/$name/ready." >&2; exit 1; }
# The library of SQLite's driver is in native/.
rm -f ready/*/*sqlitejdbc.*
cd ..
tar --sort=name --owner=0 --group=0 --numeric-owner -czf "../$name.tar.gz" "$name"
