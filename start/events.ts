/*
 * Who reacts to what. A listener is named as the worker knows it: <domain>.<file name>.
 */
