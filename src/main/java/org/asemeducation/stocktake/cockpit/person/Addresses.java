package org.asemeducation.stocktake.cockpit.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Addresses of people who have no account and were invited to nothing: superiors, who is
 * mailed for information, who was to take an initiative over, to whom a mail went.
 */
@Component
class Addresses {

	/** How they are called once they have no name. */
	static final String CALLED = "Somebody";

	private static final int MOST = 200;

	/** The rows that stay when the others are taken away come first. */
	private static final String HELD = """
			select 1 as rank, m.id, 'mail-' || m.id as found, lower(m.recipient) as email, m.addressee as name,
			    'a mail to it' as place, not exists (select from informed i where i.mail = m.id) as person
			from mail m where m.contact is null and position('@' in m.recipient) > 0
			union all select 2, id, 'hand-over-' || id, lower(email), name, 'a hand-over', true
			from hand_over where position('@' in email) > 0
			union all select 3, party, 'superior-' || party, email, name, 'a superior', true from superior
			union all select 4, id, 'information-' || id, email, name, 'for information', false from for_information""";

	private static final String READ = """
			select (array_agg(h.found order by h.rank, h.id desc))[1] as found, h.email, array_agg(distinct h.name) as names,
			    array_agg(distinct h.place) as places,
			    bool_and(h.person and h.name ~ '[[:alpha:]][[:space:]]+[[:alpha:]]') as personal
			from ("""
			+ HELD + ") h where ";

	private static final String NOBODY_KNOWN = """
			not exists (select from contact c where c.email = h.email)
			and not exists (select from proposal_invitation v where v.email = h.email)
			group by h.email
			having strpos(lower(concat_ws(' ', h.email, string_agg(h.name, ' '))), lower(:like)) > 0
			order by h.email limit :most""";

	private static final Map<String, String> ROWS = Map.of("mail",
			"select lower(recipient) from mail where id = :id and contact is null", "hand-over",
			"select lower(email) from hand_over where id = :id", "superior",
			"select email from superior where party = :id", "information",
			"select email from for_information where id = :id");

	private static final Pattern ROW = Pattern.compile("(mail|hand-over|superior|information)-([0-9]{1,18})");

	private final JdbcClient jdbc;

	Addresses(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Those of nobody who can be found otherwise.
	 * @param like words in an address or a name, in any case; empty for all
	 * @return by address, the first 200
	 */
	List<Address> like(String like) {
		return this.jdbc.sql(READ + NOBODY_KNOWN)
			.param("like", like.strip())
			.param("most", MOST)
			.query((row, number) -> read(row, row.getString("found")))
			.list();
	}

	/**
	 * The address that stands in a row, with wherever else it stands.
	 * @param row such as {@code superior-3}
	 * @return nothing when there is no such row
	 */
	Optional<Address> in(String row) {
		Matcher named = ROW.matcher(row);
		if (!named.matches()) {
			return Optional.empty();
		}
		return this.jdbc.sql(ROWS.getOrDefault(named.group(1), ""))
			.param("id", Long.parseLong(named.group(2)))
			.query(String.class)
			.optional()
			.map((email) -> (email.indexOf('@') < 0) ? new Address(row, List.of(CALLED), "", List.of(), true)
					: of(email, row));
	}

	private Address of(String email, String row) {
		return this.jdbc.sql(READ + "h.email = :email group by h.email")
			.param("email", email)
			.query((found, number) -> read(found, row))
			.single();
	}

	/**
	 * Whether no other address of these stands beside one of some names.
	 * @param names the names, in any case
	 * @param email the address that does not count
	 */
	boolean isNobodyElseCalled(List<String> names, String email) {
		return this.jdbc
			.sql("select not exists (select from (%s) h where h.email <> :email and lower(h.name) = any(:names))"
				.formatted(HELD))
			.param("email", email)
			.param("names", names.stream().map(String::toLowerCase).toArray(String[]::new))
			.query(Boolean.class)
			.single();
	}

	/** Forgets how somebody is called where they were to take an initiative over. */
	void forget(String email) {
		this.jdbc.sql("update hand_over set name = :called, email = :blank where lower(email) = :email")
			.param("called", CALLED)
			.param("blank", TextColumns.BLANK)
			.param("email", email)
			.update();
	}

	private static Address read(ResultSet row, String found) throws SQLException {
		return new Address(found, List.of((String[]) row.getArray("names").getArray()), row.getString("email"),
				List.of((String[]) row.getArray("places").getArray()), row.getBoolean("personal"));
	}

}
