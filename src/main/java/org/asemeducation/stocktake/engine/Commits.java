package org.asemeducation.stocktake.engine;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the server we run ourselves answers a commit when it is on disk or, faster, a
 * moment before. Either way a crash leaves the database in order; it may lack what was
 * committed last.
 */
public final class Commits {

	private final JdbcClient jdbc;

	/**
	 * Rules the commits of a server.
	 * @param jdbc connections to any of its databases, as its owner
	 */
	public Commits(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Changes it for all sessions, from their next command on; it outlives a restart.
	 * @param wait true is what the server was made with
	 */
	public void waitForTheDisk(boolean wait) {
		this.jdbc.sql(wait ? "alter system reset synchronous_commit" : "alter system set synchronous_commit = off")
			.update();
		this.jdbc.sql("select pg_reload_conf()").query(Boolean.class).single();
	}

}
