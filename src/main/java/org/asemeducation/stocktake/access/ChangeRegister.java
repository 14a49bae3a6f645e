package org.asemeducation.stocktake.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.asemeducation.stocktake.engine.Audit;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the secretariat changes of parties and contacts by hand. Each change stands in the
 * audit, with what was there before.
 */
@Component
@Transactional
public class ChangeRegister {

	private static final String PARTY = """
			select name, acronym, kind, region, country, partner, stakeholder from party where id = :id for update""";

	private final JdbcClient jdbc;

	private final Parties parties;

	private final Contacts contacts;

	private final Register register;

	private final LastSecretary lastSecretary;

	private final Audit audit;

	private final Clock clock;

	ChangeRegister(JdbcClient jdbc, Parties parties, Contacts contacts, Register register, LastSecretary lastSecretary,
			Audit audit, Clock clock) {
		this.jdbc = jdbc;
		this.parties = parties;
		this.contacts = contacts;
		this.register = register;
		this.lastSecretary = lastSecretary;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Adds a party that is no partner.
	 * @param party the new one
	 * @param by the user id
	 * @return as registered
	 * @throws IllegalArgumentException when another bears the name or the acronym
	 */
	public PartyId add(NewParty party, String by) {
		this.jdbc.sql("lock table party in share row exclusive mode").update();
		this.parties.requireNotTaken(party.name(), null);
		this.parties.requireNotTaken(party.acronym(), null);
		country(party.country());
		PartyId id = this.parties.add(party).id();
		this.audit.record(by, "add party", subject(id), null, inWords(party));
		return id;
	}

	/**
	 * Changes what a party is. Its name stays here, because a plan finds it by it; so
	 * does the kind of a partner.
	 * @param id which
	 * @param changed acronym, kind, region, country, and whether it is listed as a
	 * stakeholder; the rest does not count
	 * @param by the user id
	 * @return whether anything is different now
	 * @throws IllegalArgumentException when it cannot be so
	 */
	public boolean change(PartyId id, NewParty changed, String by) {
		this.jdbc.sql("lock table party in share row exclusive mode").update();
		NewParty before = party(id).orElseThrow(() -> unknown(id));
		if (before.partner() && !before.kind().equals(changed.kind())) {
			throw new IllegalArgumentException(
					"%s is one of the partners: its kind stays as it is.".formatted(before.name()));
		}
		this.parties.requireNotTaken(changed.acronym(), id);
		if (changed.kind().equals(NewParty.PROCESS) && hasPart(id)) {
			throw new IllegalArgumentException(
					"%s has a part in the plan, so it is no other process or body: give its initiatives to others first."
						.formatted(before.name()));
		}
		NewParty after = new NewParty(before.name(), changed.acronym(), changed.kind(), changed.region(),
				country(changed.country()), before.partner(), changed.stakeholder());
		if (after.equals(before)) {
			return false;
		}
		this.jdbc.sql("""
				update party set acronym = :acronym, kind = :kind, region = :region, country = :country,
				    stakeholder = :stakeholder where id = :id""")
			.param("acronym", after.acronym())
			.param("kind", after.kind())
			.param("region", after.region())
			.param("country", after.country())
			.param("stakeholder", after.stakeholder())
			.param("id", id.value())
			.update();
		this.audit.record(by, "change party", subject(id), inWords(before), inWords(after));
		return true;
	}

	/**
	 * Changes how and where a contact is written to.
	 * @param id whom
	 * @param changed how from now on
	 * @param email where, any case; they sign in with it too
	 * @param by the user id
	 * @return whether anything is different now
	 * @throws IllegalArgumentException when it cannot be so, somebody else has the
	 * address, mail does not reach the one that is to be replaced, or they have left
	 */
	public boolean change(ContactId id, ContactSettings changed, String email, String by) {
		Contact contact = this.register.lock(id);
		boolean moves = !contact.email().equals(NewContact.address(email));
		if (moves && contact.active()) {
			requireReachable(contact);
			this.register.changeAddress(id, email);
		}
		return change(id, changed, by) || moves;
	}

	/** What waits for such an address is sent when its task is done. */
	private void requireReachable(Contact contact) {
		if (this.jdbc.sql("select exists (select from unreachable where contact = :id and settled_at is null)")
			.param("id", contact.id().value())
			.query(Boolean.class)
			.single()) {
			throw new IllegalArgumentException(
					"Mail does not reach %s: give them another address by their task in Tasklist, which sends what waits, too."
						.formatted(contact.name()));
		}
	}

	/**
	 * Changes how a contact is written to.
	 * @param id whom
	 * @param changed how from now on
	 * @param by the user id
	 * @return whether anything is different now
	 * @throws IllegalArgumentException when it cannot be so, or they have left
	 * @throws org.asemeducation.stocktake.engine.Refused when the secretariat would be
	 * without anybody after their last day
	 */
	public boolean change(ContactId id, ContactSettings changed, String by) {
		Contact contact = this.register.lock(id);
		if (!contact.active()) {
			throw new IllegalArgumentException("%s has left: enter them again first.".formatted(contact.name()));
		}
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		ContactSettings before = settings(id);
		if (changed.untilDay() != null && !changed.untilDay().equals(before.untilDay())) {
			if (changed.untilDay().isBefore(today)) {
				throw new IllegalArgumentException(
						"The last day is over: write today or a later day, or remove the person under Contacts.");
			}
			this.lastSecretary.requireAnotherWithoutEnd(contact, changed.untilDay());
		}
		if (changed.equals(before)) {
			return false;
		}
		this.jdbc
			.sql("""
					update contact set name = :name, language = :language, zone = :zone, no_mail = :noMail, until_day = :until
					where id = :id""")
			.param("name", changed.name())
			.param("language", changed.language())
			.param("zone", (changed.zone() != null) ? changed.zone().getId() : null)
			.param("noMail", changed.noMail())
			.param("until", changed.untilDay())
			.param("id", id.value())
			.update();
		this.audit.record(by, "change contact", "contact/" + id.value(), before.inWords(), changed.inWords());
		return true;
	}

	/**
	 * How a contact is written to.
	 * @param id whom
	 * @return as registered
	 */
	@Transactional(readOnly = true)
	public ContactSettings settings(ContactId id) {
		Contact contact = this.contacts.get(id);
		return this.jdbc.sql("select no_mail, until_day from contact where id = :id")
			.param("id", id.value())
			.query((row, number) -> new ContactSettings(contact.name(), contact.language(), contact.zone(),
					row.getBoolean("no_mail"), row.getObject("until_day", LocalDate.class)))
			.single();
	}

	/**
	 * Removes somebody at once.
	 * @param id whom
	 * @throws org.asemeducation.stocktake.engine.Refused when they are the last of the
	 * secretariat
	 */
	void remove(ContactId id) {
		this.lastSecretary.requireAnother(this.register.lock(id));
		this.register.remove(id);
	}

	/**
	 * Removes those whose last day is over, but for the last person of the secretariat.
	 * @return how many
	 */
	public int endTerms() {
		List<ContactId> over = this.jdbc.sql("""
				select id from contact where active and until_day < cast(:now at time zone 'UTC' as date)
				order by id limit 200 for update skip locked""")
			.param("now", Timestamp.from(this.clock.instant()))
			.query((row, number) -> new ContactId(row.getLong("id")))
			.list();
		if (!over.isEmpty()) {
			this.lastSecretary.lock();
		}
		int removed = 0;
		for (ContactId id : over) {
			if (!this.lastSecretary.is(id)) {
				this.register.remove(id);
				removed++;
			}
		}
		return removed;
	}

	/**
	 * What a party is.
	 * @param id which
	 * @return empty when the register has none of that number
	 */
	public Optional<NewParty> party(PartyId id) {
		return this.jdbc.sql(PARTY)
			.param("id", id.value())
			.query((row, number) -> new NewParty(row.getString("name"), row.getString("acronym"), row.getString("kind"),
					row.getString("region"), row.getString("country"), row.getBoolean("partner"),
					row.getBoolean("stakeholder")))
			.optional();
	}

	private boolean hasPart(PartyId id) {
		return this.jdbc.sql("select exists (select from coordination where party = :id)")
			.param("id", id.value())
			.query(Boolean.class)
			.single();
	}

	private static @Nullable String country(@Nullable String code) {
		if (code != null && !code.matches("[A-Z]{2}")) {
			throw new IllegalArgumentException(
					"\"%s\" is not a country's code: use two capital letters, as in MT, or leave it out."
						.formatted(code));
		}
		return code;
	}

	private static IllegalArgumentException unknown(PartyId id) {
		return new IllegalArgumentException(
				"The register has no party %d: choose one of the list.".formatted(id.value()));
	}

	private static String subject(PartyId id) {
		return "party/" + id.value();
	}

	private static String inWords(NewParty party) {
		return "%s (%s): %s, %s, %s, %s".formatted(party.name(), Objects.requireNonNullElse(party.acronym(), "–"),
				party.kind(), Objects.requireNonNullElse(party.region(), "no region"),
				Objects.requireNonNullElse(party.country(), "no country"),
				party.stakeholder() ? "listed as a stakeholder" : "not listed as a stakeholder");
	}

}
