package org.asemeducation.stocktake.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;

/**
 * What one node does at a time, in as many transactions as it takes. The database ends
 * the lock of a node that dies.
 */
@Component
class OneNode {

	private final DataSource dataSource;

	OneNode(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	/**
	 * Waits until no other node is at it, then does it.
	 * @param lock which work it is
	 * @param work what to do, on other connections
	 */
	void hold(long lock, Runnable work) {
		try (Connection connection = this.dataSource.getConnection()) {
			ask(connection, "select pg_advisory_lock(?)", lock);
			try {
				work.run();
			}
			finally {
				ask(connection, "select pg_advisory_unlock(?)", lock);
			}
		}
		catch (SQLException ex) {
			throw new UncategorizedSQLException("one node at a time", null, ex);
		}
	}

	private static void ask(Connection connection, String question, long lock) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(question)) {
			statement.setLong(1, lock);
			statement.execute();
		}
	}

}
