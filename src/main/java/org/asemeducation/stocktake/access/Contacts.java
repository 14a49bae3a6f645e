package org.asemeducation.stocktake.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tables of contacts and their roles.
 */
@Component
class Contacts {

	private static final String COLUMNS = "select id, user_id, name, email, language, zone, active from contact ";

	private final JdbcClient jdbc;

	private final Clock clock;

	Contacts(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Optional<Contact> byEmail(String email) {
		return this.jdbc.sql(COLUMNS + "where email = :email and active")
			.param("email", email.strip().toLowerCase(Locale.ROOT))
			.query(Contacts::contact)
			.optional();
	}

	Optional<Contact> byUser(String userId) {
		return this.jdbc.sql(COLUMNS + "where user_id = :user")
			.param("user", userId)
			.query(Contacts::contact)
			.optional();
	}

	Contact get(ContactId id) {
		return this.jdbc.sql(COLUMNS + "where id = :id")
			.param("id", id.value())
			.query(Contacts::contact)
			.optional()
			.orElseThrow(() -> new IllegalArgumentException(
					"The register has no contact %d: choose one of the list.".formatted(id.value())));
	}

	List<Contact> active() {
		return this.jdbc.sql(COLUMNS + "where active order by name, email").query(Contacts::contact).list();
	}

	/**
	 * A page of those who are active.
	 * @param words in a name, an address or a party's name; empty for everybody
	 * @param page from 1; the last one where there are fewer
	 */
	ContactPage page(String words, int page) {
		String search = words.strip();
		long found = this.jdbc.sql(ContactLine.COUNT).param("search", search).query(Long.class).single();
		long last = Math.max(1, (found + ContactPage.SIZE - 1) / ContactPage.SIZE);
		int shown = (int) Math.max(1, Math.min(page, last));
		return new ContactPage(search, found, shown,
				this.jdbc.sql(ContactLine.QUERY)
					.param("search", search)
					.param("size", ContactPage.SIZE)
					.param("offset", (shown - 1L) * ContactPage.SIZE)
					.param("now", Timestamp.from(this.clock.instant()))
					.query(ContactLine.class)
					.list());
	}

	/**
	 * Whether a session may go on: its person has not been removed, and their sessions
	 * have not been ended since it began.
	 * @param number the number that the session began with
	 */
	boolean mayGoOn(String userId, int number) {
		return this.jdbc
			.sql("select exists (select 1 from contact where user_id = :user and active and sessions_ended = :number)")
			.param("user", userId)
			.param("number", number)
			.query(Boolean.class)
			.single();
	}

	int sessionsEnded(String userId) {
		return this.jdbc.sql("select sessions_ended from contact where user_id = :user")
			.param("user", userId)
			.query(Integer.class)
			.optional()
			.orElse(0);
	}

	void endSessions(ContactId id) {
		this.jdbc.sql("update contact set sessions_ended = sessions_ended + 1 where id = :id")
			.param("id", id.value())
			.update();
	}

	List<String> usersWith(String email) {
		return this.jdbc.sql("select user_id from contact where email = :email and active")
			.param("email", email)
			.query(String.class)
			.list();
	}

	ContactId add(String userId, String name, String email, String language, @Nullable ZoneId zone) {
		long id = this.jdbc.sql("""
				insert into contact (user_id, name, email, language, zone, added_at)
				values (:user, :name, :email, :language, :zone, :now) returning id
				""")
			.param("user", userId)
			.param("name", name)
			.param("email", email)
			.param("language", language)
			.param("zone", (zone != null) ? zone.getId() : null)
			.param("now", Timestamp.from(this.clock.instant()))
			.query(Long.class)
			.single();
		return new ContactId(id);
	}

	void change(ContactId id, NewContact contact) {
		ZoneId zone = contact.zone();
		this.jdbc.sql("update contact set name = :name, language = :language, zone = :zone where id = :id")
			.param("id", id.value())
			.param("name", contact.name())
			.param("language", contact.language())
			.param("zone", (zone != null) ? zone.getId() : null)
			.update();
	}

	/**
	 * Another row that bears the address may be waiting to be seen: the index knows it.
	 */
	void changeAddress(ContactId id, String email) {
		this.jdbc.sql("update contact set email = :email where id = :id")
			.param("id", id.value())
			.param("email", email)
			.update();
	}

	void giveRole(ContactId id, PartyId party, String role) {
		this.jdbc.sql("""
				insert into contact_role (contact, party, role, given_at) values (:contact, :party, :role, :now)
				on conflict do nothing""")
			.param("contact", id.value())
			.param("party", party.value())
			.param("role", role)
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	/** That they had it is kept; nothing happens when they did not. */
	void takeRole(ContactId id, PartyId party, String role, String by) {
		this.jdbc.sql("""
				with taken as (
				    delete from contact_role where contact = :contact and party = :party and role = :role returning *)
				insert into former_role (contact, party, role, given_at, taken_at, taken_by)
				select contact, party, role, given_at, :now, :by from taken""")
			.param("contact", id.value())
			.param("party", party.value())
			.param("role", role)
			.param("now", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update();
	}

	boolean hasRole(ContactId id, PartyId party, String role) {
		return this.jdbc.sql(
				"select exists (select from contact_role where contact = :contact and party = :party and role = :role)")
			.param("contact", id.value())
			.param("party", party.value())
			.param("role", role)
			.query(Boolean.class)
			.single();
	}

	/** Whether somebody is of a body, whichever party sent them. */
	boolean hasRole(ContactId id, String role) {
		return this.jdbc.sql("select exists (select from contact_role where contact = :contact and role = :role)")
			.param("contact", id.value())
			.param("role", role)
			.query(Boolean.class)
			.single();
	}

	/** Whether somebody has a role, or helps at this moment. */
	boolean doesAnything(ContactId id) {
		return this.jdbc.sql("""
				select exists (select from contact_role where contact = :contact)
				or exists (select from helper where contact = :contact and ended_at is null and ends_at >= :now)""")
			.param("contact", id.value())
			.param("now", Timestamp.from(this.clock.instant()))
			.query(Boolean.class)
			.single();
	}

	void deactivate(ContactId id) {
		this.jdbc.sql("update contact set active = false, removed_at = :now where id = :id")
			.param("id", id.value())
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	void lock(ContactId id) {
		this.jdbc.sql("select id from contact where id = :id for update").param("id", id.value()).query().listOfRows();
	}

	List<Contact> everybody(String like) {
		return this.jdbc.sql(COLUMNS
				+ "where :like = '' or position(lower(:like) in lower(name)) > 0 or position(lower(:like) in email) > 0"
				+ " order by lower(name), id limit 200")
			.param("like", like)
			.query(Contacts::contact)
			.list();
	}

	boolean isErased(ContactId id) {
		return this.jdbc.sql("select erased_at is not null from contact where id = :id")
			.param("id", id.value())
			.query(Boolean.class)
			.single();
	}

	boolean isOnlyOneCalled(Contact contact) {
		return this.jdbc.sql("select not exists (select from contact where lower(name) = lower(:name) and id <> :id)")
			.param("name", contact.name())
			.param("id", contact.id().value())
			.query(Boolean.class)
			.single();
	}

	boolean isAnybodyCalled(String name) {
		return this.jdbc.sql("select exists (select from contact where lower(name) = lower(:name))")
			.param("name", name)
			.query(Boolean.class)
			.single();
	}

	String calledWithoutName(ContactId id) {
		return this.jdbc
			.sql("""
					select 'Somebody' || coalesce(' of ' || coalesce(
					    (select string_agg(coalesce(p.acronym, p.name), ' and ' order by coalesce(p.acronym, p.name))
					     from contact_role r join party p on p.id = r.party where r.contact = :id and r.role = 'coordinator'),
					    (select case max(r.role) when 'secretariat' then 'the secretariat' when 'reviewer' then 'the reviewing body' end
					     from contact_role r where r.contact = :id),
					    (select string_agg(distinct coalesce(p.acronym, p.name), ' and ')
					     from former_role f join party p on p.id = f.party where f.contact = :id and f.role = 'coordinator'),
					    (select coalesce(p.acronym, p.name) from helper h join party p on p.id = h.party
					     where h.contact = :id order by h.id desc limit 1)), '')""")
			.param("id", id.value())
			.query(String.class)
			.single();
	}

	void erase(ContactId id, String called, Instant at) {
		this.jdbc
			.sql("""
					update contact set name = :called, email = '', language = 'en', zone = null, erased_at = :at where id = :id""")
			.param("called", called)
			.param("at", Timestamp.from(at))
			.param("id", id.value())
			.update();
		String user = this.jdbc.sql("select user_id from contact where id = :id")
			.param("id", id.value())
			.query(String.class)
			.single();
		for (String table : List.of("invitation", "password_reset")) {
			this.jdbc.sql("delete from %s where contact = :id".formatted(table)).param("id", id.value()).update();
		}
		this.jdbc.sql("delete from known_device where user_id = :user").param("user", user).update();
		this.jdbc.sql("delete from web_session where principal_name = :user").param("user", user).update();
	}

	/** They were entered, and nobody has told them. */
	void notInvited(ContactId id) {
		this.jdbc.sql("update contact set not_invited = true where id = :id").param("id", id.value()).update();
	}

	private static Contact contact(ResultSet row, int number) throws SQLException {
		String zone = row.getString("zone");
		return new Contact(new ContactId(row.getLong("id")), row.getString("user_id"), row.getString("name"),
				row.getString("email"), row.getString("language"), (zone != null) ? ZoneId.of(zone) : null,
				row.getBoolean("active"));
	}

	Optional<String> nameOf(String userId) {
		return this.jdbc.sql("select name from contact where user_id = :user")
			.param("user", userId)
			.query(String.class)
			.optional();
	}

}
