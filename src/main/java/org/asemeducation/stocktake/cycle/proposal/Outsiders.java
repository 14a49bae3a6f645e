package org.asemeducation.stocktake.cycle.proposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Those who were invited to propose something, by their addresses.
 */
@Component
public class Outsiders {

	/**
	 * How they are called once they have no name; their organisation stands beside it.
	 */
	public static final String CALLED = "Somebody";

	private static final int MOST = 200;

	private static final String READ = """
			select max(id) as id, array_agg(name order by id desc) as names, email,
			    (array_agg(organisation order by id desc))[1] as organisation
			from proposal_invitation where\s""";

	private final JdbcClient jdbc;

	private final Proposals proposals;

	private final Proposing proposing;

	Outsiders(JdbcClient jdbc, Proposals proposals, Proposing proposing) {
		this.jdbc = jdbc;
		this.proposals = proposals;
		this.proposing = proposing;
	}

	/**
	 * Who has some words in name, organisation or address.
	 * @param like the words, in any case; empty for everybody
	 * @return by name, the first 200; nobody who is erased
	 */
	@Transactional(readOnly = true)
	public List<Outsider> like(String like) {
		return this.jdbc.sql(READ + """
				erased_at is null and strpos(lower(concat_ws(' ', name, organisation, email)), lower(:like)) > 0
				group by email order by lower(max(name)), email limit :most""")
			.param("like", like.strip())
			.param("most", MOST)
			.query((row, number) -> read(row))
			.list();
	}

	/**
	 * The person of an invitation, with whatever else they were invited to.
	 * @param invitation which
	 * @return nothing when there is no such invitation
	 */
	@Transactional(readOnly = true)
	public Optional<Outsider> of(long invitation) {
		return this.jdbc.sql(READ + """
				id = :id or email = (select nullif(email, '') from proposal_invitation where id = :id)
				group by email""").param("id", invitation).query((row, number) -> read(row)).optional();
	}

	/**
	 * Whether nobody of another address was invited by one of some names.
	 * @param names the names, in any case
	 * @param email the address that does not count
	 */
	@Transactional(readOnly = true)
	public boolean isNobodyElseCalled(List<String> names, String email) {
		return this.jdbc
			.sql("""
					select not exists (select from proposal_invitation where email <> :email and lower(name) = any(:names))""")
			.param("email", email)
			.param("names", names.stream().map(String::toLowerCase).toArray(String[]::new))
			.query(Boolean.class)
			.single();
	}

	/**
	 * Forgets name, address, language and links of whoever was invited by an address, in
	 * the caller's transaction. What they sent goes on without them; nobody could send
	 * what is not sent, or correct what was asked back, so that ends.
	 * @param email the address
	 * @param at when
	 * @param by the user id
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void forget(String email, Instant at, String by) {
		Long[] theirs = this.jdbc.sql("select id from proposal_invitation where email = :email order by id for update")
			.param("email", email)
			.query(Long.class)
			.list()
			.toArray(Long[]::new);
		this.jdbc.sql("delete from proposal_link where invitation = any(:theirs)").param("theirs", theirs).update();
		this.jdbc.sql("""
				update proposal_invitation set name = :called, email = '', language = 'en', words = '', erased_at = :at
				where id = any(:theirs)""")
			.param("called", CALLED)
			.param("at", Timestamp.from(at))
			.param("theirs", theirs)
			.update();
		Arrays.stream(theirs)
			.flatMap((id) -> this.proposals.ofInvitation(id).stream())
			.filter((proposal) -> proposal.state().isWritten())
			.forEach((proposal) -> this.proposing.withdraw(proposal.id(), by));
		this.jdbc.sql("""
				update proposal_invitation v set withdrawn_at = :at, withdrawn_by = :by where id = any(:theirs)
				and withdrawn_at is null and not exists (select from proposal p where p.invitation = v.id)""")
			.param("at", Timestamp.from(at))
			.param("by", by)
			.param("theirs", theirs)
			.update();
	}

	private static Outsider read(ResultSet row) throws SQLException {
		return new Outsider(row.getLong("id"), List.of((String[]) row.getArray("names").getArray()),
				row.getString("organisation"), row.getString("email"));
	}

}
