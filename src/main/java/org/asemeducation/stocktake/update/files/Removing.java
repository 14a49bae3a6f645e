package org.asemeducation.stocktake.update.files;

import java.time.Duration;

import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.UpdateRequests;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes files that no text refers to: at once when a coordinator says so, else a month
 * after they came.
 */
@Component
class Removing {

	static final Duration KEPT = Duration.ofDays(30);

	private final FileRights rights;

	private final UpdateRequests requests;

	private final UpdateFiles files;

	private final UnusedFiles unused;

	private final Audit audit;

	private final TransactionTemplate transaction;

	Removing(FileRights rights, UpdateRequests requests, UpdateFiles files, UnusedFiles unused, Audit audit,
			PlatformTransactionManager transactions) {
		this.rights = rights;
		this.requests = requests;
		this.files = files;
		this.unused = unused;
		this.audit = audit;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Deletes one for good.
	 * @param key whose
	 * @param id which
	 * @param by the user id
	 * @throws Refused when a text refers to it, or the person may not
	 */
	void remove(UpdateKey key, long id, String by) {
		this.rights.requireWriting(key, by);
		this.transaction.executeWithoutResult((status) -> {
			this.requests.lock(key);
			StoredFile file = this.files.find(key, id).orElseThrow(() -> gone(key));
			if (!this.unused.delete(key, id)) {
				throw Refused.conflict(file.submitted()
						? "“%s” stays: a version that you have submitted refers to it.".formatted(file.name())
						: "“%s” stays: the text as it is saved refers to it. Take it out there first."
							.formatted(file.name()));
			}
			this.audit.record(by, "delete file", key.toString(), file.name(), null);
		});
	}

	/** Those that nobody has referred to for so long that nobody misses them. */
	int forget() {
		int gone = 0;
		for (UnusedFiles.Forgotten each : this.unused.forgotten(KEPT)) {
			gone += Boolean.TRUE.equals(this.transaction.execute((status) -> {
				this.requests.lock(each.key());
				return this.unused.delete(each.key(), each.id());
			})) ? 1 : 0;
		}
		return gone;
	}

	static Refused gone(UpdateKey key) {
		return Refused.notFound("There is no such file of %s, or no longer.".formatted(key.initiative()));
	}

}
