package org.asemeducation.stocktake.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Fails each request that takes a second connection to the database while it holds one,
 * such as a query in a row mapper without a transaction. As many of them at once as the
 * pool has connections would wait for each other until they all time out.
 */
class OneConnectionEach implements BeanPostProcessor {

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof DataSource source) ? new Counted(source) : bean;
	}

	private static final class Counted extends DelegatingDataSource {

		private final ThreadLocal<Set<Connection>> held = ThreadLocal.withInitial(HashSet::new);

		Counted(DataSource source) {
			super(source);
		}

		@Override
		public Connection getConnection() throws SQLException {
			Set<Connection> mine = this.held.get();
			if (!mine.isEmpty() && RequestContextHolder.getRequestAttributes() != null) {
				throw new IllegalStateException("This request holds a connection and asks for a second one.");
			}
			Connection connection = super.getConnection();
			mine.add(connection);
			return watched(connection, mine);
		}

		private static Connection watched(Connection connection, Set<Connection> mine) {
			return (Connection) Proxy.newProxyInstance(Counted.class.getClassLoader(),
					new Class<?>[] { Connection.class }, (proxy, method, arguments) -> {
						if (method.getName().equals("close")) {
							mine.remove(connection);
						}
						try {
							return method.invoke(connection, arguments);
						}
						catch (InvocationTargetException ex) {
							throw ex.getTargetException();
						}
					});
		}

	}

}
