package org.asemeducation.stocktake.report;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.engine.TestDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One transaction on the shared database, undone at the end: a test may fill the plan's
 * tables as it likes. Notes every statement.
 */
public final class RolledBackDatabase implements AutoCloseable {

	private final Connection connection;

	private final List<String> statements = new ArrayList<>();

	private final JdbcClient jdbc;

	public RolledBackDatabase() {
		try {
			this.connection = TestDatabase.dataSource().getConnection();
			this.connection.setAutoCommit(false);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		this.jdbc = JdbcClient.create(new SingleConnectionDataSource(noting(this.connection), true));
	}

	public JdbcClient jdbc() {
		return this.jdbc;
	}

	public List<String> statements() {
		return this.statements;
	}

	private Connection noting(Connection target) {
		return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
				(proxy, method, arguments) -> {
					if (method.getName().equals("prepareStatement")) {
						this.statements.add((String) arguments[0]);
					}
					try {
						return method.invoke(target, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

	@Override
	public void close() {
		try {
			this.connection.rollback();
			this.connection.close();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
