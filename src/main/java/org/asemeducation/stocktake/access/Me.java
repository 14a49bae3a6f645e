package org.asemeducation.stocktake.access;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells a form who is sitting before it.
 */
@RestController
class Me {

	private final CurrentPerson person;

	private final JdbcClient jdbc;

	Me(CurrentPerson person, JdbcClient jdbc) {
		this.person = person;
		this.jdbc = jdbc;
	}

	@GetMapping("/api/me")
	Answer me() {
		Person me = this.person.get();
		List<String> parties = this.jdbc.sql("""
				select distinct coalesce(party.acronym, party.name) from contact
				join contact_role on contact_role.contact = contact.id and contact_role.role = 'coordinator'
				join party on party.id = contact_role.party
				where contact.user_id = :user and contact.active order by 1
				""").param("user", me.userId()).query(String.class).list();
		return new Answer(me.userId(), me.name(), me.isSecretariat(), me.isReviewer(), !me.groups().isEmpty(), parties);
	}

	/**
	 * Who it is.
	 *
	 * @param tasks whether they find anything in Tasklist; whoever only helps does not
	 */
	record Answer(String userId, String name, boolean secretariat, boolean reviewer, boolean tasks,
			List<String> parties) {

	}

}
