package org.asemeducation.stocktake.notification;

import java.sql.Timestamp;
import java.time.Clock;

import org.asemeducation.stocktake.notification.letter.AlertFacts;
import org.asemeducation.stocktake.notification.letter.DigestFacts;
import org.asemeducation.stocktake.notification.letter.MeetingFacts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Drops the lines of a mail that have stopped being true since they were queued: the
 * contact has gone or no longer speaks for the party, the update has come, the cycle is
 * over. Lines with a rung, and those about a moved day, are looked at by the rules that
 * made them; a digest is true while a task waits, an alert while anything does not work,
 * what is told of a meeting while its reader does not know it. That an update was
 * accepted is no reason to write.
 */
@Component
class StillTrue {

	private static final String DROP = """
			update mail_line l set dropped = true
			from mail m
			where m.id = l.mail and l.mail = :mail and not l.dropped and l.kind not in (:notices) and not (
			    (m.contact is null or exists (select from contact c where c.id = m.contact and c.active))
			    and case
			        when l.kind = 'escalation' then
			            exists (select from escalation e join coordination k on k.party = e.party and k.role = 'coordinator'
			                join update_request r on r.cycle = e.cycle and r.initiative = k.initiative
			                    and r.state in ('requested', 'returned')
			                join cycle y on y.name = e.cycle and y.state = 'gathering'
			                where e.mail = m.id)
			        when l.kind = 'contribution' then
			            exists (select from party_contribution o join cycle y on y.name = o.cycle and y.state = 'gathering'
			                join contact_role s on s.party = o.party and s.role = 'coordinator'
			                where o.cycle = m.cycle and s.contact = m.contact and o.over_as is null
			                and not exists (select from party_contribution_submitted h where h.cycle = o.cycle and h.party = o.party))
			        when l.kind = 'contribution-returned' then
			            exists (select from party_contribution o join cycle y on y.name = o.cycle and y.state = 'gathering'
			                join contact_role s on s.party = o.party and s.role = 'coordinator'
			                where o.cycle = m.cycle and o.party = l.round and s.contact = m.contact and o.over_as is null
			                and (select h.verdict from party_contribution_submitted h where h.cycle = o.cycle
			                    and h.party = o.party order by h.version desc limit 1) = 'returned')
			        when l.kind = 'published' then exists (select from for_information f where f.email = m.recipient)
			        when l.kind in ('no-objection', 'no-objection-reminder') then
			            exists (select from no_objection_member b
			                join no_objection_round r on r.cycle = b.cycle and r.number = b.round
			                join contact_role s on s.party = b.party and s.role = 'coordinator'
			                where b.cycle = m.cycle and b.round = l.round and s.contact = m.contact
			                and r.opened_at is not null and r.stopped_at is null and r.closed_at is null
			                and r.called_off_at is null and r.closes_at > cast(:now as timestamptz)
			                and (l.kind = 'no-objection' or not exists (select from no_objection_position p
			                    where p.cycle = b.cycle and p.round = b.round and p.party = b.party)))
			        when l.ladder = 'no-objection-prolonged' then
			            exists (select from no_objection_round r where r.cycle = m.cycle and r.number = l.round
			                and r.stopped_at is null and r.closed_at is null and r.called_off_at is null)
			        when l.ladder = 'round-prolonged' then
			            exists (select from report_round r where r.cycle = m.cycle and r.number = l.round
			                and r.read_at is null)
			        when l.kind in ('no-objection-changed', 'round-changed') then true
			        when l.kind in ('invitation', 'welcome', 'digest', 'alert', 'date-moved', 'no-longer-due', 'sample', 'meeting',
			                'slot', 'host', 'chapter', 'minutes', 'position', 'proposal')
			            or l.rung is not null then true
			        when l.kind = 'advice-reminder' then
			            exists (select from proposal p where l.about = 'proposal/' || p.id and p.state = 'advising')
			            and exists (select from contact c join contact_role r on r.contact = c.id and r.role = 'reviewer'
			                where c.id = m.contact and (not exists (select from reviewer_seat s where s.contact = c.id)
			                    or exists (select from reviewer_seat s where s.contact = c.id
			                        and cast(cast(:now as timestamptz) at time zone 'UTC' as date) between s.from_day and coalesce(s.to_day, 'infinity'))))
			        when l.kind = 'proposal-invitation' then
			            exists (select from proposal_invitation v where v.id::text = l.about and v.withdrawn_at is null)
			        when l.kind = 'password-reset' then
			            exists (select from password_reset p where p.contact = m.contact
			                and p.used_at is null and p.expires_at > :now)
			        when l.kind = 'confirm' then
			            exists (select from cycle y where y.name = m.cycle and y.state = 'opened')
			            and not exists (select from contact_confirmation f where f.cycle = m.cycle and f.contact = m.contact)
			            and exists (select from coordination k join contact_role s on s.party = k.party
			                where k.initiative = l.about and k.role = 'coordinator'
			                  and s.contact = m.contact and s.role = 'coordinator')
			        when l.kind in ('round', 'round-reminder') then
			            exists (select from report_round r where r.cycle = m.cycle and r.number = l.round and r.read_at is null
			                and cast(:now as timestamptz) < (r.closes + 1)::timestamp at time zone
			                    (select zone from cycle where name = r.cycle))
			            and exists (select from round_reader p where p.cycle = m.cycle and p.number = l.round
			                and p.contact = m.contact)
			            and (l.kind = 'round' or not exists (select from report_form f join contact c on c.id = m.contact
			                where f.cycle = m.cycle and f.form = 'round/' || l.round || '/' || c.user_id
			                  and jsonb_array_length(coalesce(f.content -> 'comments', '[]')) > 0)
			              and not exists (select from round_comment o join contact c on c.id = m.contact
			                where o.cycle = m.cycle and o.round = l.round and o.made_by = c.user_id))
			        when l.kind = 'round-answers' then true
			        when l.kind = 'not-extended' then
			            exists (select from update_request r where r.cycle = m.cycle and r.initiative = l.initiative
			                and r.state in ('requested', 'returned'))
			        when l.kind = 'wording' then
			            exists (select from wording w where w.id = l.round and w.agreed is null and w.withdrawn_at is null)
			            and exists (select from coordination k join contact_role s on s.party = k.party
			                where k.initiative = l.initiative and k.role = 'coordinator'
			                  and s.contact = m.contact and s.role = 'coordinator')
			        when l.kind = 'accepted' then
			            exists (select from update_request r where r.cycle = m.cycle and r.initiative = l.about
			                and r.settled_as = 'accepted')
			        when l.kind = 'adopted' then
			            exists (select from coordination k join contact_role s on s.party = k.party
			                where k.initiative = l.initiative and k.role = 'coordinator'
			                  and s.contact = m.contact and s.role = 'coordinator')
			            and exists (select from adopted_line a
			                where a.cycle = m.cycle and a.initiative = l.initiative)
			        when l.initiative is null then
			            exists (select from update_request r where r.cycle = m.cycle and r.initiative = l.about
			                and r.state in ('unstaffed', 'requested'))
			            and exists (select from coordination k join contact_role s on s.party = k.party
			                where k.initiative = l.about and s.contact = m.contact and s.role = 'coordinator')
			        else
			            exists (select from coordination k join contact_role s on s.party = k.party
			                where k.initiative = l.initiative and k.role = 'coordinator'
			                  and s.contact = m.contact and s.role = 'coordinator')
			            and exists (select from update_request r join cycle y on y.name = r.cycle
			                where r.cycle = m.cycle and r.initiative = l.initiative and r.state <> 'settled'
			                  and (y.closed_at is null or exists (select from own_day o where o.cycle = r.cycle
			                      and o.initiative = r.initiative and o.held_until is not null)))
			            and l.round = (select coalesce(max(v.number), 0) from revision v
			                where v.cycle = m.cycle and v.initiative = l.initiative
			                and not exists (select from taken_back b where b.revision = v.id))
			    end)
			""";

	private final JdbcClient jdbc;

	private final ReminderLines reminders;

	private final MoveLines moves;

	private final NoLongerDue noLongerDue;

	private final MeetingFacts meetings;

	private final DigestFacts digests;

	private final AlertFacts alerts;

	private final Clock clock;

	StillTrue(JdbcClient jdbc, ReminderLines reminders, MoveLines moves, NoLongerDue noLongerDue, MeetingFacts meetings,
			DigestFacts digests, AlertFacts alerts, Clock clock) {
		this.jdbc = jdbc;
		this.reminders = reminders;
		this.moves = moves;
		this.noLongerDue = noLongerDue;
		this.meetings = meetings;
		this.digests = digests;
		this.alerts = alerts;
		this.clock = clock;
	}

	/**
	 * Looks again, in the caller's transaction.
	 * @param mail which
	 * @return whether anything is left to say
	 */
	boolean of(long mail) {
		this.jdbc.sql(DROP)
			.param("mail", mail)
			.param("notices", Notices.FOR_WHOEVER_WAS_TOLD)
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
		this.reminders.drop(mail);
		this.moves.drop(mail);
		this.noLongerDue.drop(mail);
		if ((this.digests.isDigest(mail) && this.digests.items(mail).isEmpty())
				|| (this.alerts.isAlert(mail) && this.alerts.troubles().isNone())
				|| (this.meetings.areFor(mail) && !this.meetings.of(mail).isNews())) {
			this.jdbc.sql("update mail_line set dropped = true where mail = :mail").param("mail", mail).update();
		}
		return this.jdbc
			.sql("select exists (select from mail_line where mail = :mail and not dropped and kind <> 'accepted')")
			.param("mail", mail)
			.query(Boolean.class)
			.single();
	}

}
