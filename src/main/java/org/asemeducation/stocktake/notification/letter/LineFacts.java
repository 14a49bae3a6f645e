package org.asemeducation.stocktake.notification.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.completion.Completions;
import org.asemeducation.stocktake.engine.PublicUrl;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.update.FieldLabel;
import org.asemeducation.stocktake.update.OwnDays;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.note.WaitingNotes;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the initiatives that a mail speaks of, as they are now.
 */
@Component
class LineFacts {

	private static final String ITEMS = """
			with line as (
			    select l.kind, case when l.kind <> 'date-moved' then l.round else 0 end as round, l.position, coalesce(l.initiative, l.about) as initiative,
			           l.initiative is null as informing
			    from mail_line l where l.mail = :mail and not l.dropped
			), owed as (
			    select distinct r.initiative
			    from mail m
			    join contact_role s on s.contact = m.contact and s.role = 'coordinator'
			    join coordination k on k.party = s.party and k.role = 'coordinator'
			    join update_request r on r.cycle = m.cycle and r.initiative = k.initiative
			    where m.id = :mail and r.state in ('requested', 'returned')
			      and r.initiative not in (select initiative from line where not informing)
			), item as (
			    select * from line union all select 'owed', 0, null, initiative, false from owed
			)
			select m.cycle, t.kind, t.round, t.informing, i.initiative, i.title, i.action, i.action_title, i.coordinators,
			       r.state is distinct from 'unstaffed' as staffed,
			       r.state is not distinct from 'returned' or t.kind = 'returned' as returned,
			       exists (select from draft where cycle = r.cycle and initiative = r.initiative) as draft,
			       coalesce(o.deadline, d.on_date) as deadline, coalesce(o.last_day, f.on_date) as last_day, o.extended_to,
			       o.held_until, cast(v.given_at at time zone y.zone as date) as returned_on,
			       case when t.kind = 'not-extended' then (select e.answer from extension e where e.id = t.round) end as answer,
			       w.said, w.proposed, w.because,
			       (select l.moved_from from mail_line l where l.mail = :mail and l.kind = 'date-moved' and not l.dropped
			           and l.initiative = t.initiative order by l.position limit 1) as moved_from,
			       exists (select from coordination k join contact_role s on s.party = k.party
			           where k.initiative = i.initiative and k.role = 'host' and s.contact = m.contact) as hosting,
			       h.label as lead, h.declined or not h.reached as lead_open,
			       exists (select from contact_role s where s.contact = m.contact and s.party = h.party
			           and s.role = 'coordinator') as leading
			from item t join mail m on m.id = :mail
			join cycle y on y.name = m.cycle
			join deadline d on d.cycle = y.name and d.kind = 'deadline'
			join deadline f on f.cycle = y.name and f.kind = 'freeze'
			join cycle_initiative i on i.cycle = m.cycle and i.initiative = t.initiative
			left join update_request r on r.cycle = i.cycle and r.initiative = i.initiative
			left join lead h on h.cycle = i.cycle and h.initiative = i.initiative
			left join own_day o on o.cycle = r.cycle and o.initiative = r.initiative
			left join lateral (select g.given_at from revision n join verdict g on g.revision = n.id
			    where n.cycle = r.cycle and n.initiative = r.initiative order by n.number desc limit 1) v on true
			left join wording w on t.kind = 'wording' and w.id = t.round
			order by t.informing, t.kind = 'owed', i.position, t.position
			""";

	private static final String REQUEST = "request";

	private final JdbcClient jdbc;

	private final Completions completions;

	private final WaitingNotes notes;

	private final PublicUrl publicUrl;

	LineFacts(JdbcClient jdbc, Completions completions, WaitingNotes notes, PublicUrl publicUrl) {
		this.notes = notes;
		this.completions = completions;
		this.jdbc = jdbc;
		this.publicUrl = publicUrl;
	}

	/**
	 * What the lines that are not dropped say, first what is asked, each part in the
	 * plan's order; last what the addressee owes beside.
	 */
	@Transactional(readOnly = true)
	List<Item> items(long mail) {
		return this.jdbc.sql(ITEMS).param("mail", mail).query((row, number) -> item(row)).list();
	}

	private Item item(ResultSet row) throws SQLException {
		String cycle = row.getString("cycle");
		String initiative = row.getString("initiative");
		boolean returned = row.getBoolean("returned");
		LocalDate returnedOn = row.getObject("returned_on", LocalDate.class);
		LocalDate heldUntil = row.getObject("held_until", LocalDate.class);
		OwnDays days = new OwnDays(row.getObject("deadline", LocalDate.class),
				row.getObject("last_day", LocalDate.class), row.getObject("extended_to", LocalDate.class), heldUntil);
		LocalDate due = (returned && returnedOn != null) ? days.revisionDay(returnedOn) : days.deadline();
		String answer = row.getString("answer");
		return new Item(row.getString("kind"), row.getBoolean("informing"), initiative, row.getString("title"),
				"Action %d: %s".formatted(row.getInt("action"), row.getString("action_title")),
				this.publicUrl.to("/i/%s/%s".formatted(cycle, initiative)), row.getString("coordinators"),
				row.getBoolean("hosting"), row.getBoolean("staffed"), returned, row.getBoolean("draft"), due,
				row.getObject("moved_from", LocalDate.class), (heldUntil != null) ? days.last() : null,
				(answer != null) ? List.of(new Remark(0, "The secretariat says", answer))
						: (row.getString("proposed") != null) ? wordings(row)
								: remarks(cycle, initiative, row.getInt("round")),
				submitting(row, days.deadline()),
				this.completions.placeholders(new CycleName(cycle), new InitiativeId(initiative)),
				REQUEST.equals(row.getString("kind")) ? this.notes.of(UpdateKey.of(cycle, initiative)) : 0);
	}

	private static @Nullable Submitting submitting(ResultSet row, LocalDate deadline) throws SQLException {
		String lead = row.getString("lead");
		return (lead != null) ? new Submitting(lead, row.getBoolean("leading"), row.getBoolean("lead_open"), deadline)
				: null;
	}

	private static List<Remark> wordings(ResultSet row) throws SQLException {
		List<Remark> both = new ArrayList<>(List.of(new Remark(0, "As it was accepted", row.getString("said")),
				new Remark(0, "As the secretariat proposes", row.getString("proposed"))));
		String because = row.getString("because");
		if (because != null) {
			both.add(new Remark(0, "The secretariat says", because));
		}
		return both;
	}

	private List<Remark> remarks(String cycle, String initiative, int round) {
		if (round == 0) {
			return List.of();
		}
		return this.jdbc.sql("""
				select k.number, k.field, k.text from remark k join revision v on v.id = k.revision
				where v.cycle = :cycle and v.initiative = :initiative and v.number = :round order by k.number
				""")
			.param("cycle", cycle)
			.param("initiative", initiative)
			.param("round", round)
			.query((row, number) -> new Remark(row.getInt("number"), OneLine.of(FieldLabel.of(row.getString("field"))),
					row.getString("text")))
			.list();
	}

}
