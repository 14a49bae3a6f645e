package org.asemeducation.stocktake.backup.archive;

import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How people and parties are called. Whoever was erased is called as the register calls
 * them now.
 */
final class Names {

	private final Map<String, String> accounts = new HashMap<>();

	private final Map<Long, String> contacts = new HashMap<>();

	private final Map<Long, String> parties = new HashMap<>();

	Names(JdbcClient jdbc) {
		this.accounts.put("stocktake", "Stocktake itself");
		jdbc.sql("select id, user_id, name from contact").query((row) -> {
			this.accounts.put(row.getString("user_id"), row.getString("name"));
			this.contacts.put(row.getLong("id"), row.getString("name"));
		});
		jdbc.sql("select id, name, acronym from party").query((row) -> {
			String acronym = row.getString("acronym");
			this.parties.put(row.getLong("id"), (acronym != null) ? acronym : row.getString("name"));
		});
	}

	/** Whoever has an account; what is no account is told as it stands. */
	String account(String user) {
		return this.accounts.getOrDefault(user, user);
	}

	String contact(long id) {
		return this.contacts.getOrDefault(id, "contact " + id);
	}

	String party(long id) {
		return this.parties.getOrDefault(id, "party " + id);
	}

}
