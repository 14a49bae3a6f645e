package org.asemeducation.stocktake.engine;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * A process to be killed: it commits one row after the other and reports each on its
 * standard output once it is committed.
 */
final class EmbeddedDatabaseWriter {

	private EmbeddedDatabaseWriter() {
	}

	public static void main(String[] arguments) throws SQLException, IOException {
		System.setOut(System.err); // the log must not mix with the reports
		EmbeddedDatabase database = EmbeddedDatabase.open(Path.of(arguments[0]));
		try (Connection connection = database.dataSource().getConnection();
				OutputStream report = new FileOutputStream(FileDescriptor.out)) {
			connection.createStatement().execute("drop table if exists written; create table written (number bigint)");
			PreparedStatement insert = connection.prepareStatement("insert into written values (?)");
			for (long number = 1;; number++) {
				insert.setLong(1, number);
				insert.executeUpdate();
				report.write((number + "\n").getBytes(StandardCharsets.US_ASCII));
			}
		}
	}

}
