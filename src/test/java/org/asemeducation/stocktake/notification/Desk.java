package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A cycle, parties and people of their own for each test: names carry a number, so that
 * tests share a database and nothing else. Closing takes the mails away again.
 */
final class Desk implements AutoCloseable {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private final int number = NUMBER.incrementAndGet();

	final JdbcClient jdbc;

	final CycleName cycle = new CycleName("NOTE" + this.number);

	private int position;

	Desk(JdbcClient jdbc) {
		this.jdbc = jdbc;
		sql("""
				insert into cycle (name, title, zone, state, opened_at, opened_by, requested_at) values ('%s',
				    'From Bangkok to Malta', 'Europe/Rome', 'gathering', '2022-09-01Z', 'aes', '2023-06-05 07:00Z')
				""".formatted(this.cycle));
		sql("""
				insert into deadline (cycle, kind, on_date, hard) values ('%1$s', 'deadline', '2023-09-15', false),
				    ('%1$s', 'freeze', '2023-12-01', true)
				""".formatted(this.cycle));
	}

	/**
	 * An initiative that is asked for, called as in the plan but for the test's number.
	 */
	InitiativeId asked(String id, String title) {
		return initiative(id, title, "requested");
	}

	InitiativeId initiative(String id, String title, String state) {
		String own = id + "-" + this.number;
		this.jdbc.sql("""
				insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording,
				    coordinators) values (:cycle, :initiative, :position, 1, 'Further develop connectivity', :title,
				    false, 'summary', 'as printed')
				""")
			.param("cycle", this.cycle.value())
			.param("initiative", own)
			.param("position", ++this.position)
			.param("title", title)
			.update();
		this.jdbc
			.sql("insert into update_request (cycle, initiative, state, asked_at)"
					+ " values (:cycle, :initiative, :state, '2023-06-05 07:00Z')")
			.param("cycle", this.cycle.value())
			.param("initiative", own)
			.param("state", state)
			.update();
		return new InitiativeId(own);
	}

	/** A party with one contact, who is returned. */
	long party(String acronym) {
		String key = acronym.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "") + "x" + this.number;
		long party = this.jdbc
			.sql("insert into party (name, acronym, kind, group_id)"
					+ " values (:name, :acronym, 'stakeholder', :key) returning id")
			.param("name", acronym + " in full " + this.number)
			.param("acronym", acronym + " " + this.number)
			.param("key", key)
			.query(Long.class)
			.single();
		return contact(party, "desk@" + key + ".example");
	}

	long contact(long party, String email) {
		return this.jdbc.sql("""
				with person as (
				    insert into contact (user_id, name, email, added_at)
				    values (regexp_replace(:email, '[^a-z0-9]', '', 'g'), 'Desk', :email, '2022-09-01Z') returning id
				), speaks as (
				    insert into contact_role (contact, party, role) select id, :party, 'coordinator' from person
				)
				select id from person
				""").param("email", email).param("party", party).query(Long.class).single();
	}

	long partyOf(long contact) {
		return number("select party from contact_role where contact = " + contact);
	}

	void role(String role, long contact, InitiativeId... initiatives) {
		for (InitiativeId initiative : initiatives) {
			sql("insert into coordination (initiative, party, role, position) values ('%s', %d, '%s', 1)"
				.formatted(initiative, partyOf(contact), role));
		}
	}

	/** An update comes in; the number of its revision. */
	int submitted(InitiativeId initiative) {
		sql("update update_request set state = 'in-review' where initiative = '%s'".formatted(initiative));
		return (int) number("""
				insert into revision (cycle, initiative, number, content, submitted_at, submitted_by)
				select '%1$s', '%2$s', count(*) + 1, '{}', '2023-07-03Z', 'asef' from revision
				where cycle = '%1$s' and initiative = '%2$s' returning number
				""".formatted(this.cycle, initiative));
	}

	void returned(InitiativeId initiative, Map<String, String> remarks) {
		long revision = number("select max(id) from revision where initiative = '%s'".formatted(initiative));
		sql("insert into verdict (revision, accepted, given_at, given_by) values (%d, false, '2023-07-10Z', 'swg')"
			.formatted(revision));
		remarks.forEach((field, text) -> this.jdbc.sql("""
				insert into remark (revision, number, field, text, said_by, said_at)
				select :revision, count(*) + 1, :field, :text, 'swg', '2023-07-10Z' from remark
				where revision = :revision""")
			.param("revision", revision)
			.param("field", field)
			.param("text", text)
			.update());
	}

	/** Where a contact is from now on. */
	void zone(long contact, String zone) {
		sql("update contact set zone = '%s' where id = %d".formatted(zone, contact));
	}

	/** The update goes back to its coordinators. */
	void reopened(InitiativeId initiative) {
		sql("update update_request set state = 'returned' where cycle = '%s' and initiative = '%s'"
			.formatted(this.cycle, initiative));
		draft(initiative);
	}

	void draft(InitiativeId initiative) {
		sql("""
				insert into draft (cycle, initiative, version, content, saved_at, saved_by)
				values ('%s', '%s', 1, '{}', '2023-07-01Z', 'asef')
				""".formatted(this.cycle, initiative));
	}

	void accepted(InitiativeId initiative) {
		sql("""
				update update_request set state = 'settled', settled_as = 'accepted', settled_at = '2023-07-15Z'
				where cycle = '%s' and initiative = '%s'
				""".formatted(this.cycle, initiative));
	}

	/** The deadline or the freeze becomes another day. */
	void move(String kind, String day, Instant at) {
		sql("""
				update deadline set moved_from = on_date, moved_at = '%s', on_date = '%s', version = version + 1
				where cycle = '%s' and kind = '%s'
				""".formatted(at, day, this.cycle, kind));
	}

	/**
	 * What is claimed, as {@code ladder rung contact}, with a minus sign behind what was
	 * skipped.
	 */
	List<String> claims(InitiativeId initiative) {
		return this.jdbc
			.sql("select ladder || ' ' || rung || ' ' || contact || case when skipped then ' -' else '' end from claim"
					+ " where ladder like '%reminder' and initiative = :initiative"
					+ " order by ladder, deadline, rung, contact")
			.param("initiative", initiative.value())
			.query(String.class)
			.list();
	}

	/** A mail's lines, as {@code kind initiative rung}. */
	List<String> reminders(long mail) {
		return this.jdbc
			.sql("select kind || ' ' || initiative || ' ' || rung from mail_line"
					+ " where not dropped and rung is not null and mail = " + mail + " order by position")
			.query(String.class)
			.list();
	}

	void remove(long contact) {
		sql("update contact set active = false where id = " + contact);
	}

	String email(long contact) {
		return this.jdbc.sql("select email from contact where id = " + contact).query(String.class).single();
	}

	/** Numbers of a contact's mails, oldest first. */
	List<Long> mails(long contact) {
		return this.jdbc.sql("select id from mail where contact = " + contact + " order by id")
			.query(Long.class)
			.list();
	}

	/** A mail's lines, as {@code kind initiative/about} with {@code -} for none. */
	List<String> lines(long mail) {
		return this.jdbc
			.sql("select kind || ' ' || coalesce(initiative, '-') || '/' || coalesce(about, '-') from mail_line"
					+ " where not dropped and mail = " + mail + " order by position")
			.query(String.class)
			.list();
	}

	String state(long mail) {
		return this.jdbc.sql("select state from mail where id = " + mail).query(String.class).single();
	}

	List<String> attempts(long mail) {
		return this.jdbc.sql("select outcome from delivery_attempt where mail = " + mail + " order by number")
			.query(String.class)
			.list();
	}

	Instant bundledAt(long mail) {
		return this.jdbc.sql("select bundled_at from mail where id = " + mail)
			.query(java.sql.Timestamp.class)
			.single()
			.toInstant();
	}

	void sql(String statement) {
		this.jdbc.sql(statement).update();
	}

	long number(String query) {
		return this.jdbc.sql(query).query(Long.class).single();
	}

	@Override
	public void close() {
		String mails = "select id from mail where contact in (select contact from contact_role join party on id = party"
				+ " where group_id like '%%x%d')".formatted(this.number);
		List<String> processes = this.jdbc
			.sql("select process_instance from mail where process_instance is not null and id in (" + mails + ")")
			.query(String.class)
			.list();
		MailRoom.get(RuntimeService.class)
			.deleteProcessInstancesIfExists(processes, "the test is over", true, true, true);
		sql("delete from delivery_attempt where mail in (" + mails + ")");
		sql("delete from mail_line where mail in (" + mails + ")");
		sql("delete from calendar_entry where mail in (" + mails + ")");
		sql("delete from mail where id in (" + mails + ")");
	}

}
