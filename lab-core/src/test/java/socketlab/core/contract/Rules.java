package socketlab.core.contract;

/** One theme of the contract; each test of it starts a server and callers of its own. */
interface Rules {
    Trial trial();
}
