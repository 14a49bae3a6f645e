package org.asemeducation.stocktake.update.extension;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.asemeducation.stocktake.cycle.ForeseenMove;
import org.asemeducation.stocktake.update.DaysOfUpdates;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.UpdateRequest;
import org.asemeducation.stocktake.update.UpdateRequests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What more time for one update would mean: it is granted, the rule for reminders is
 * asked, and all is taken back.
 */
@Component
class ExtensionPreview {

	private final UpdateRequests requests;

	private final DaysOfUpdates days;

	private final ExtensionRules rules;

	private final GivingTime giving;

	private final ForeseenExtension mail;

	private final TransactionTemplate transaction;

	ExtensionPreview(UpdateRequests requests, DaysOfUpdates days, ExtensionRules rules, GivingTime giving,
			ForeseenExtension mail, PlatformTransactionManager transactions) {
		this.requests = requests;
		this.days = days;
		this.rules = rules;
		this.giving = giving;
		this.mail = mail;
		this.transaction = new TransactionTemplate(transactions);
	}

	Consequences of(UpdateKey key, Grant grant, String by) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			status.setRollbackOnly();
			UpdateRequest request = this.requests.lock(key);
			LocalDate before = this.days.due(request);
			this.giving.write(request, grant, by);
			ForeseenMove.Foreseen foreseen = this.mail.of(key, before);
			List<String> warnings = new ArrayList<>(this.rules.warnings(request, grant.day()));
			warnings.addAll(foreseen.warnings());
			return new Consequences(before, this.days.due(request), foreseen.reminders(), foreseen.told(), warnings);
		}));
	}

	/**
	 * What follows.
	 *
	 * @param from until when it is asked for
	 * @param to until when it would be
	 */
	record Consequences(LocalDate from, LocalDate to, List<ForeseenMove.Reminder> reminders,
			List<ForeseenMove.Told> told, List<String> warnings) {
	}

}
