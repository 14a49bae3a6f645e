package org.asemeducation.stocktake.cycle.proposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.asemeducation.stocktake.engine.Refused;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * The rows of proposals and of the texts that were sent.
 */
@Component
public class Proposals {

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private static final String READ = """
			select p.*, coalesce(c.name, v.name, p.proposed_by) as proposer,
			    coalesce(y.acronym, y.name, v.organisation) as for_whom, coalesce(s.content, p.content) as sent,
			    coalesce(s.number, 0) as number,
			    coalesce((select max(t.made_at) from proposal_step t where t.proposal = p.id), p.saved_at) as changed_at
			from proposal p
			left join contact c on c.user_id = p.proposed_by
			left join party y on y.id = p.party
			left join proposal_invitation v on v.id = p.invitation
			left join lateral (select * from proposal_version w where w.proposal = p.id order by w.number desc limit 1) s
			    on true
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Proposals(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** A draft of somebody with an account. */
	long begin(String userId, long party) {
		return begin(userId, party, null);
	}

	/** The draft of an invited person; there is one for each invitation. */
	long begin(long invitation) {
		return begin(null, null, invitation);
	}

	private long begin(@Nullable String userId, @Nullable Long party, @Nullable Long invitation) {
		return this.jdbc.sql("""
				insert into proposal (proposed_by, party, invitation, state, content, version, saved_at)
				values (:user, :party, :invitation, 'draft', '{}', 0, :now) returning id""")
			.param("user", userId)
			.param("party", party)
			.param("invitation", invitation)
			.param("now", now())
			.query(Long.class)
			.single();
	}

	/**
	 * One proposal.
	 * @param id which
	 * @return nothing when there is none
	 */
	public Optional<Proposal> find(long id) {
		return one(this.jdbc.sql(READ + "where p.id = :id").param("id", id));
	}

	Optional<Proposal> ofInvitation(long invitation) {
		return one(this.jdbc.sql(READ + "where p.invitation = :invitation").param("invitation", invitation));
	}

	/**
	 * One proposal, held until the caller's transaction ends: whoever else acts on it
	 * waits.
	 * @throws Refused when there is none
	 */
	Proposal lock(long id) {
		this.jdbc.sql("select id from proposal where id = :id for update").param("id", id).query(Long.class).list();
		return find(id).orElseThrow(() -> Refused.notFound("There is no proposal %d.".formatted(id)));
	}

	/** What somebody and their party have proposed, the newest first. */
	List<Proposal> of(String userId) {
		return this.jdbc.sql(READ + """
				where p.proposed_by = :user or p.party in (select r.party from contact_role r
				    join contact m on m.id = r.contact and m.active
				    where m.user_id = :user and r.role = 'coordinator')
				order by p.id desc""").param("user", userId).query((row, number) -> read(row)).list();
	}

	/** All that were ever sent, what was touched last first. */
	List<Proposal> sent(@Nullable ProposalState state, @Nullable ProposalKind kind, int most) {
		return this.jdbc.sql(READ + """
				where s.number is not null and (cast(:state as text) is null or p.state = :state)
				and (cast(:kind as text) is null or s.content ->> 'kind' = :kind)
				order by p.state in ('decided', 'declined', 'withdrawn'), changed_at desc, p.id desc limit :most""")
			.param("state", (state != null) ? state.word() : null)
			.param("kind", (kind != null) ? kind.word() : null)
			.param("most", most)
			.query((row, number) -> read(row))
			.list();
	}

	boolean save(Proposal proposal, long version, ProposedContent content) {
		return this.jdbc.sql("""
				update proposal set content = cast(:content as jsonb), version = version + 1, saved_at = :now
				where id = :id and version = :version""")
			.param("content", written(content))
			.param("now", now())
			.param("id", proposal.id())
			.param("version", version)
			.update() == 1;
	}

	void addVersion(Proposal proposal) {
		this.jdbc.sql("""
				insert into proposal_version (proposal, number, content, sent_at)
				select id, :number, content, :now from proposal where id = :id""")
			.param("id", proposal.id())
			.param("number", proposal.number() + 1)
			.param("now", now())
			.update();
	}

	void stands(long id, ProposalState state) {
		this.jdbc.sql("update proposal set state = :state where id = :id")
			.param("state", state.word())
			.param("id", id)
			.update();
	}

	void adviceAsked(long id, LocalDate due) {
		this.jdbc.sql("""
				update proposal set state = 'advising', advice_due = :due, advice_cycle =
				    (select name from cycle where state <> 'ended' order by opened_at desc limit 1) where id = :id""")
			.param("due", due)
			.param("id", id)
			.update();
	}

	void adviceDue(long id, LocalDate due) {
		this.jdbc.sql("update proposal set advice_due = :due where id = :id")
			.param("due", due)
			.param("id", id)
			.update();
	}

	/**
	 * Those on which the reviewing body is asked for its advice.
	 * @return the first first
	 */
	public List<Proposal> advising() {
		return this.jdbc.sql(READ + "where p.state = 'advising' order by p.id")
			.query((row, number) -> read(row))
			.list();
	}

	void decided(long id, @Nullable Long planChange, @Nullable Long addedParty) {
		this.jdbc.sql("""
				update proposal set state = 'decided', plan_change = :change, added_party = :party where id = :id""")
			.param("change", planChange)
			.param("party", addedParty)
			.param("id", id)
			.update();
	}

	/** A draft that was never sent. */
	void discard(long id) {
		this.jdbc.sql("delete from proposal where id = :id and state = 'draft'").param("id", id).update();
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	private static Optional<Proposal> one(StatementSpec statement) {
		return statement.query((row, number) -> read(row)).optional();
	}

	private static Proposal read(ResultSet row) throws SQLException {
		return new Proposal(row.getLong("id"), row.getString("proposed_by"), row.getObject("party", Long.class),
				row.getObject("invitation", Long.class), ProposalState.of(row.getString("state")).orElseThrow(),
				row.getString("proposer"), row.getString("for_whom"), content(row.getString("content")),
				content(row.getString("sent")), row.getInt("number"), row.getLong("version"),
				row.getObject("saved_at", OffsetDateTime.class).toInstant(),
				row.getObject("advice_due", LocalDate.class), row.getString("advice_cycle"),
				row.getObject("plan_change", Long.class), row.getObject("added_party", Long.class),
				row.getObject("changed_at", OffsetDateTime.class).toInstant());
	}

	private static ProposedContent content(String json) {
		try {
			return JSON.readValue(json, ProposedContent.class);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A proposal cannot be read.", ex);
		}
	}

	private static String written(ProposedContent content) {
		try {
			return JSON.writeValueAsString(content);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A proposal cannot be written.", ex);
		}
	}

}
