"""Room for putting the ribbon and the service on a PC; imports only ``errors``."""
