package org.asemeducation.stocktake.notification.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom the AES tells of meetings: senior officials and ministers are reached through the
 * contacts of the partners; coordinators, the reviewing body and the host take part.
 * Other stakeholders, supporters and hosts of initiatives are offered, and told where
 * somebody ticks them. The AES tells, and is not told.
 */
@Component
public class MeetingRoster {

	private final JdbcClient jdbc;

	MeetingRoster(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The roster of a meeting.
	 * @param cycle the cycle
	 * @param kind the meeting
	 * @return in the order of parties and names
	 */
	public List<Invitee> of(CycleName cycle, MeetingKind kind) {
		return this.jdbc
			.sql("""
					select c.id, c.name, string_agg(distinct coalesce(p.acronym, p.name), ', ') as parties,
					    bool_or(r.role = 'coordinator' and p.partner) as partner,
					    bool_or(r.role = 'coordinator' and exists (select from coordination k
					        join cycle_initiative i on i.cycle = :cycle and i.initiative = k.initiative
					        where k.party = p.id and k.role = 'coordinator')) as coordinator,
					    bool_or(r.role = 'reviewer') as reviewer,
					   bool_or(r.role = 'coordinator' and exists (select from hosting h
					       where h.cycle = :cycle and h.kind = :kind and h.party = p.id)) as host,
					    exists (select from meeting_entry e where e.cycle = :cycle and e.kind = :kind and e.contact = c.id) as told
					from contact c join contact_role r on r.contact = c.id and r.role in ('coordinator', 'reviewer')
					join party p on p.id = r.party
					where c.active
					  and not exists (select from contact_role s where s.contact = c.id and s.role = 'secretariat')
					group by c.id, c.name order by parties, c.name, c.id""")
			.param("cycle", cycle.value())
			.param("kind", kind.name())
			.query((row, number) -> read(row))
			.list();
	}

	private static Invitee read(ResultSet row) throws SQLException {
		List<String> because = new ArrayList<>();
		for (String reason : List.of("partner", "coordinator", "reviewer", "host")) {
			if (row.getBoolean(reason)) {
				because.add(reason);
			}
		}
		boolean usual = !because.isEmpty();
		return new Invitee(row.getLong("id"), row.getString("name"), row.getString("parties"),
				usual ? because : List.of("other"), usual, row.getBoolean("told"));
	}

}
