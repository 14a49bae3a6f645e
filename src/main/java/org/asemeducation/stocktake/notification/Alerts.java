package org.asemeducation.stocktake.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import org.asemeducation.stocktake.notification.trouble.TroubleReader;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the secretariat what does not work, at most once a day over all nodes: as soon as
 * something new has failed, and every day while the reminders are late. Who has an alert
 * that has not left gets no second one: it says what is true when it leaves.
 */
@Component
class Alerts {

	/** What fails together is told together. */
	static final Duration SETTLING = Duration.ofMinutes(10);

	/** A mail that fails may well leave with one of the next attempts. */
	static final Duration TRYING = Duration.ofHours(6);

	private static final String CLAIM = """
			with claimed as (
			    insert into alert (on_date, claimed_at) values (:today, :now) on conflict do nothing returning on_date
			), written as (
			    insert into mail (contact, recipient, state, queued_at, bundled_at)
			    select c.id, c.email, 'queued', :now, :now from claimed, contact c
			    where c.active and exists (select from contact_role s where s.contact = c.id and s.role = 'secretariat')
			      and not exists (select from mail m join mail_line l on l.mail = m.id and l.kind = 'alert'
			          where m.contact = c.id and m.state in ('queued', 'sending'))
			    order by c.id
			    returning id
			)
			insert into mail_line (mail, kind) select id, 'alert' from written
			""";

	private final TroubleReader troubles;

	private final JdbcClient jdbc;

	private final Clock clock;

	/** On this node: an outage looks late until the first run after it. */
	private volatile @Nullable Instant lateSince;

	Alerts(TroubleReader troubles, JdbcClient jdbc, Clock clock) {
		this.troubles = troubles;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Looks, and queues the alert if there is one to be told. To be called every minute,
	 * by every node whose clock is right.
	 */
	@Transactional
	void tell() {
		Instant now = this.clock.instant();
		boolean late = isLateForAWhile(now);
		if (isNew(now) || late) {
			// one node after the other: the second finds it told
			this.jdbc.sql("lock table alert in share row exclusive mode").update();
			if (isNew(now) || late) {
				this.jdbc.sql(CLAIM)
					.param("today", LocalDate.ofInstant(now, zone()))
					.param("now", Timestamp.from(now))
					.update();
			}
		}
	}

	private boolean isLateForAWhile(Instant now) {
		if (!this.troubles.reminders().late()) {
			this.lateSince = null;
			return false;
		}
		Instant since = Optional.ofNullable(this.lateSince).orElse(now);
		this.lateSince = since;
		return !since.isAfter(now.minus(SETTLING));
	}

	private boolean isNew(Instant now) {
		Instant told = this.jdbc.sql("select coalesce(max(claimed_at), 'epoch') from alert")
			.query(Timestamp.class)
			.single()
			.toInstant();
		return this.troubles.isAnyNew(told, now.minus(SETTLING), now.minus(TRYING));
	}

	private ZoneId zone() {
		return ZoneId.of(this.jdbc.sql("""
				select coalesce((select zone from cycle order by opened_at desc, name desc limit 1), 'UTC')""")
			.query(String.class)
			.single());
	}

}
