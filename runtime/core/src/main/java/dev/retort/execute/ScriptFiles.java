package dev.retort.execute;

import dev.retort.chain.DataFiles;
import dev.retort.chain.DataFiles.DataFile;
import dev.retort.dialect.Dialect;
import dev.retort.operation.ExecuteFile;
import dev.retort.operation.RowFile;

/** Opens the files that the operations of one script name. */
final class ScriptFiles {

    private final DataFiles files;
    private final Dialect dialect;

    ScriptFiles(DataFiles files, Dialect dialect) {
        this.files = files;
        this.dialect = dialect;
    }

    DataFile rows(RowFile source) {
        return files.file(source.file());
    }

    SqlFile sql(ExecuteFile operation) {
        return SqlFile.read(files.file(operation.file()), dialect, operation);
    }
}
