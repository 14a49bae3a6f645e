package org.asemeducation.stocktake.cockpit.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.LastSecretary;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Why somebody cannot be erased yet, each with what to do first.
 */
@Component
class Obstacles {

	/** So many are named, the rest is counted. */
	private static final int NAMED = 5;

	private static final String NOBODY_ELSE_WRITES = """
			select distinct k.initiative from coordination k
			join initiative i on i.id = k.initiative and i.in_force
			join contact_role r on r.party = k.party and r.role = 'coordinator' and r.contact = :id
			where k.role = 'coordinator' and not exists (
			    select from coordination o join contact_role s on s.party = o.party and s.role = 'coordinator'
			    join contact c on c.id = s.contact and c.active and c.id <> :id
			    where o.initiative = k.initiative and o.role = 'coordinator')
			order by 1""";

	private static final String ORPHANS = """
			select t.name_ from act_ru_task t where t.assignee_ = :user and not exists (
			    select from act_ru_identitylink l join act_id_membership m on m.group_id_ = l.group_id_
			    where l.task_id_ = t.id_ and l.type_ = 'candidate' and m.user_id_ <> :user)
			order by t.name_""";

	private static final String WAITING = """
			select 'a hand-over of ' || initiative from hand_over where outcome is null and lower(email) = :email
			union select 'a confirmation of a contact in ' || cycle from contact_confirmation
			where answer <> 'still' and settled_as is null and (lower(email) = :email or contact = :id)
			union select 'the superior of ' || coalesce(p.acronym, p.name) from superior s join party p on p.id = s.party
			where s.email = :email
			union select 'the list “for information”' from for_information where email = :email
			union select 'a mail that is leaving at this moment' from mail where contact = :id and state = 'sending'""";

	private final LastSecretary lastSecretary;

	private final JdbcClient jdbc;

	Obstacles(LastSecretary lastSecretary, JdbcClient jdbc) {
		this.lastSecretary = lastSecretary;
		this.jdbc = jdbc;
	}

	/**
	 * All that stands in the way.
	 * @param contact whom
	 * @return sentences; none when nothing does
	 */
	List<String> of(Contact contact) {
		List<String> found = new ArrayList<>();
		names(WAITING, contact).ifPresent(
				(names) -> found.add("Something open names %s: %s. Settle it first.".formatted(contact.name(), names)));
		if (!contact.active()) {
			return found;
		}
		names(NOBODY_ELSE_WRITES, contact).ifPresent((names) -> found.add(
				"Nobody but %s could write for %s: enter another contact of the party under Contacts, or change who coordinates it, and erase then."
					.formatted(contact.name(), names)));
		names(ORPHANS, contact).ifPresent((names) -> found.add(
				"%s holds open tasks that nobody else could take: %s. Have them completed, or assign them to somebody else in Cockpit, and erase then."
					.formatted(contact.name(), names)));
		if (this.lastSecretary.is(contact.id())) {
			found.add("%s is the last person of the secretariat: enter another one first.".formatted(contact.name()));
		}
		return found;
	}

	/**
	 * What stands in the way of erasing somebody from outside.
	 * @param email their address
	 * @return sentences; none when nothing does
	 */
	List<String> ofOutsider(String email) {
		return this.jdbc
			.sql("""
					select c.name || ' is in the register by this address: erase them among the people of the register, which reaches what they proposed from outside.'
					from contact c where c.email = :email
					union all select 'A mail to them is leaving at this moment: look again in a minute.' from mail
					where contact is null and lower(recipient) = :email and state = 'sending'
					union all select 'The superior of ' || coalesce(p.acronym, p.name) || ' has this address: change that first.'
					from superior s join party p on p.id = s.party where s.email = :email
					union all select 'The list “for information” has this address: take it out there first.' from for_information where email = :email""")
			.param("email", email)
			.query(String.class)
			.list();
	}

	/**
	 * What stands in the way of erasing somebody of whom nothing is known but an address.
	 * @param email the address
	 * @return sentences; none when nothing does
	 */
	List<String> ofAddress(String email) {
		List<String> found = new ArrayList<>(ofOutsider(email));
		found.addAll(this.jdbc
			.sql("""
					select distinct 'They were invited from outside to propose something: erase them there.'
					from proposal_invitation where email = :email
					union all select 'A hand-over of ' || initiative || ' waits, and names them: answer it first.'
					from hand_over where outcome is null and lower(email) = :email
					union all select 'A confirmation of a contact in ' || cycle || ' waits, and names them: settle it first.'
					from contact_confirmation where answer <> 'still' and settled_as is null and lower(email) = :email""")
			.param("email", email)
			.query(String.class)
			.list());
		return found;
	}

	private Optional<String> names(String question, Contact contact) {
		List<String> names = this.jdbc.sql(question)
			.param("id", contact.id().value())
			.param("user", contact.userId())
			.param("email", contact.email())
			.query(String.class)
			.list();
		if (names.isEmpty()) {
			return Optional.empty();
		}
		String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
		return Optional.of((names.size() > NAMED) ? "%s and %d more".formatted(first, names.size() - NAMED) : first);
	}

}
