package org.asemeducation.stocktake.report.chapter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.chapter.Commission.Author;
import org.asemeducation.stocktake.report.chapter.Commission.State;
import org.asemeducation.stocktake.report.model.ReportChapter;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which chapters were commissioned, and how far they are.
 */
@Component
public class Commissions {

	private static final String ALL = """
			select k.*, p.group_id, p.name as party_name, c.user_id, c.name as contact_name,
			    h.version is not null and h.verdict is null as waits, h.remark
			from chapter_commission k join party p on p.id = k.party left join contact c on c.id = k.contact
			left join lateral (select version, verdict, remark from chapter_handed_in h
			    where h.cycle = k.cycle and h.number = k.number order by version desc limit 1) h on true
			where k.cycle = :cycle and (cast(:number as int) is null or k.number = :number) order by k.number""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Commissions(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * All of a cycle, those that are over too.
	 * @param cycle the cycle
	 * @return by their numbers
	 */
	public List<Commission> of(CycleName cycle) {
		return list(cycle, null);
	}

	/**
	 * One of them.
	 * @param cycle the cycle
	 * @param number its number
	 * @return nothing where there is none of this number
	 */
	public Optional<Commission> find(CycleName cycle, int number) {
		return list(cycle, number).stream().findFirst();
	}

	Commission get(CycleName cycle, int number) {
		return find(cycle, number)
			.orElseThrow(() -> Refused.notFound("No chapter %d of %s was commissioned.".formatted(number, cycle)));
	}

	private List<Commission> list(CycleName cycle, @Nullable Integer number) {
		return this.jdbc.sql(ALL)
			.param("cycle", cycle.value())
			.param("number", number)
			.query((row, index) -> read(row))
			.list();
	}

	private static Commission read(ResultSet row) throws SQLException {
		String remark = row.getString("remark");
		String because = row.getString("over_because");
		Long contact = row.getObject("contact", Long.class);
		Author author = new Author(new PartyId(row.getLong("party")), row.getString("group_id"),
				row.getString("party_name"), (contact != null) ? new ContactId(contact) : null,
				row.getString("user_id"), row.getString("contact_name"));
		return new Commission(new CycleName(row.getString("cycle")), row.getInt("number"), row.getString("title"),
				ReportChapter.of(row.getString("behind")).orElseThrow(), row.getString("brief"), author,
				row.getObject("due", LocalDate.class), State.of(row.getString("over_as"), row.getBoolean("waits")),
				(because != null) ? because : remark);
	}

	/** Adds one; the caller holds the cycle's lock. */
	int add(CycleName cycle, NewCommission asked, String by) {
		return with(asked, this.jdbc.sql("""
				insert into chapter_commission (cycle, number, title, behind, brief, party, contact, due,
				    commissioned_at, commissioned_by)
				select :cycle, coalesce(max(number), 0) + 1, :title, :behind, :brief, :party, :contact, :due, :at, :by
				from chapter_commission where cycle = :cycle returning number""")).param("cycle", cycle.value())
			.param("at", now())
			.param("by", by)
			.query(Integer.class)
			.single();
	}

	void change(CycleName cycle, int number, NewCommission asked) {
		with(asked, this.jdbc.sql("""
				update chapter_commission set title = :title, behind = :behind, brief = :brief, party = :party,
				    contact = :contact, due = :due where cycle = :cycle and number = :number"""))
			.param("cycle", cycle.value())
			.param("number", number)
			.update();
	}

	/** It is over; an accepted chapter may still be withdrawn. */
	void over(CycleName cycle, int number, State as, String by, @Nullable String because) {
		this.jdbc.sql("""
				update chapter_commission set over_as = :as, over_at = :at, over_by = :by, over_because = :because
				where cycle = :cycle and number = :number and (over_as is null or over_as = 'accepted')""")
			.param("cycle", cycle.value())
			.param("number", number)
			.param("as", as.words().replace(' ', '-'))
			.param("at", now())
			.param("by", by)
			.param("because", because)
			.update();
	}

	/** Whether a contact may be an author for a party, or a party has anybody at all. */
	boolean isAuthor(long party, @Nullable Long contact) {
		return this.jdbc
			.sql("""
					select exists (select from contact c join contact_role r on r.contact = c.id
					    where c.active and r.party = :party
					    and case when cast(:contact as bigint) is null then r.role = 'coordinator' else c.id = :contact end)""")
			.param("party", party)
			.param("contact", contact)
			.query(Boolean.class)
			.single();
	}

	/** Whom a chapter can be asked of: each party that has somebody, then its people. */
	List<Choice> choices() {
		return this.jdbc.sql("""
				select p.id, null::bigint as contact, coalesce(p.acronym, p.name) as label, null as name
				from party p where exists (select from contact_role r join contact c on c.id = r.contact
				    where r.party = p.id and r.role = 'coordinator' and c.active)
				union
				select p.id, c.id, coalesce(p.acronym, p.name), c.name
				from contact_role r join contact c on c.id = r.contact and c.active join party p on p.id = r.party
				order by 3, 4 nulls first, 2""")
			.query((row, index) -> new Choice(row.getLong("id"), row.getObject("contact", Long.class),
					row.getString("label"), row.getString("name")))
			.list();
	}

	private static JdbcClient.StatementSpec with(NewCommission asked, JdbcClient.StatementSpec statement) {
		return statement.param("title", asked.title())
			.param("behind", asked.behind().key())
			.param("brief", asked.brief())
			.param("party", asked.party())
			.param("contact", asked.contact())
			.param("due", asked.due());
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	/**
	 * A possible author.
	 *
	 * @param contact the person; {@code null}: anybody who speaks for the party
	 * @param label the party's
	 * @param name the person's
	 */
	public record Choice(long party, @Nullable Long contact, String label, @Nullable String name) {

		/**
		 * As the form sends it back.
		 * @return both numbers
		 */
		public String value() {
			return (this.contact != null) ? this.party + "-" + this.contact : String.valueOf(this.party);
		}

		/**
		 * As the form shows it.
		 * @return party and person
		 */
		public String words() {
			return (this.name != null) ? this.label + ": " + this.name : this.label + ": anybody";
		}

	}

}
