package org.asemeducation.stocktake.access.throttle;

import java.time.Duration;

import org.springframework.stereotype.Component;

/**
 * How many passwords may be tried. A browser from which the person has signed in before
 * has a budget of its own, which nobody else can spend; all others share three, by person
 * and place, by place, and by person.
 */
@Component
public class Guesses {

	static final Budget FROM_KNOWN_DEVICE = new Budget("device", 10, Duration.ofMinutes(15));

	static final Budget FOR_ACCOUNT_FROM_CLIENT = new Budget("account-client", 10, Duration.ofMinutes(15));

	static final Budget FROM_CLIENT = new Budget("client", 60, Duration.ofMinutes(15));

	static final Budget FOR_ACCOUNT = new Budget("account", 100, Duration.ofHours(1));

	private final Budgets budgets;

	private final KnownDevices devices;

	Guesses(Budgets budgets, KnownDevices devices) {
		this.budgets = budgets;
		this.devices = devices;
	}

	/**
	 * Whether a password may be compared at all; it is paid for with that.
	 * @param guess who tries
	 * @return {@code false} when the budget is spent: whether the password is right must
	 * not be told then
	 */
	public boolean mayTry(Guess guess) {
		if (this.devices.knows(guess.device(), guess.account())) {
			return this.budgets.take(FROM_KNOWN_DEVICE, guess.account() + "|" + guess.device());
		}
		return this.budgets.take(FOR_ACCOUNT_FROM_CLIENT, guess.account() + "|" + guess.client())
				&& this.budgets.take(FROM_CLIENT, guess.client()) && this.budgets.take(FOR_ACCOUNT, guess.account());
	}

	/**
	 * Tells that the password was right, so it was no guess.
	 * @param guess as it was allowed
	 */
	public void succeeded(Guess guess) {
		if (this.devices.knows(guess.device(), guess.account())) {
			this.budgets.fill(FROM_KNOWN_DEVICE, guess.account() + "|" + guess.device());
		}
		else {
			this.budgets.fill(FOR_ACCOUNT_FROM_CLIENT, guess.account() + "|" + guess.client());
			this.budgets.giveBack(FROM_CLIENT, guess.client());
			this.budgets.giveBack(FOR_ACCOUNT, guess.account());
		}
	}

}
